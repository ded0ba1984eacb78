using System.Text.Json;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>
/// One visitor who sent a sign-up form. What was typed is kept as text until the sign-up is confirmed or its time is over; only then does anything come of it.
/// It is confirmed once, by a token of which only the hash is kept.
/// </summary>
public sealed partial class SignUp : AggregateRoot<SignUpId>
{
    /// <summary>Longest reason, and longest word on what could not be done.</summary>
    public const int MaxReasonLength = 200;

    /// <summary>Longest proof of a confirmation.</summary>
    public const int MaxProofLength = 500;

    private SignUp() => AddressHash = SenderHash = null!;

    /// <summary>Keeps what a visitor sent.</summary>
    /// <param name="id">The id.</param>
    /// <param name="form">The form, which is open.</param>
    /// <param name="request">What was sent; it goes with the form.</param>
    /// <param name="email">The address.</param>
    /// <param name="addressHash">Keyed hash of the address.</param>
    /// <param name="senderHash">Keyed hash of the sender.</param>
    /// <param name="day">The day in the business's zone.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The form is not open.</exception>
    public SignUp(SignUpId id, SignUpForm form, SignUpRequest request, EmailAddress email, string addressHash, string senderHash, LocalDate day, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(email);
        ArgumentException.ThrowIfNullOrEmpty(addressHash);
        ArgumentException.ThrowIfNullOrEmpty(senderHash);
        form.CanTake().Demand();
        (FormId, Email, AddressHash, SenderHash, Language, SubmittedAt, Day) = (form.Id, email.Value, addressHash, senderHash, request.Language, now, Guard.Storable(day));
        Answers = JsonSerializer.Serialize(request.Answers.ToDictionary(StringComparer.Ordinal), SignUpDocuments.Default.DictionaryStringString);
        Agreed = string.Join(',', request.Agreed.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        ExpiresAt = Guard.Storable(now + Duration.FromHours(form.Read().ConfirmWithinHours));
        DueAt = ExpiresAt;
        Raise(new SignUpSubmitted(Id, FormId, now));
    }

    /// <summary>The form.</summary>
    public SignUpFormId FormId { get; private set; }

    /// <summary>How far it is.</summary>
    public SignUpStatus Status { get; private set; }

    /// <summary>The address; null once it is expired or refused.</summary>
    public string? Email { get; private set; }

    /// <summary>Keyed hash of the address, to count by.</summary>
    public string AddressHash { get; private set; }

    /// <summary>Keyed hash of the sender, to count by.</summary>
    public string SenderHash { get; private set; }

    /// <summary>The language that the visitor reads.</summary>
    public LanguageTag? Language { get; private set; }

    /// <summary>What was typed, field by field, as JSON; null once it is expired or refused.</summary>
    public string? Answers { get; private set; }

    /// <summary>The consents that were ticked, with commas; empty for none.</summary>
    public string? Agreed { get; private set; }

    /// <summary>When it came in.</summary>
    public Instant SubmittedAt { get; private set; }

    /// <summary>The day on which it came in, in the business's zone.</summary>
    public LocalDate Day { get; private set; }

    /// <summary>From when on it cannot be confirmed.</summary>
    public Instant ExpiresAt { get; private set; }

    /// <summary>When it is to be ended by the clock; null once that is not meant any more.</summary>
    public Instant? DueAt { get; private set; }

    /// <summary>When the confirmation was sent.</summary>
    public Instant? AskedAt { get; private set; }

    /// <summary>SHA-256 of the token that confirms it.</summary>
    public string? TokenHash { get; private set; }

    /// <summary>When it was confirmed.</summary>
    public Instant? ConfirmedAt { get; private set; }

    /// <summary>What proves the confirmation, such as the address of the Internet it came from.</summary>
    public string? Proof { get; private set; }

    /// <summary>The customer; null while there is none.</summary>
    public CustomerId? CustomerId { get; private set; }

    /// <summary>Whether the customer was recorded because of it.</summary>
    public bool IsNewCustomer { get; private set; }

    /// <summary>The code of why it was refused, or the codes of what could not be done after the confirmation.</summary>
    public string? Reason { get; private set; }

    /// <summary>What was typed, by field.</summary>
    /// <returns>The answers; none once they are gone.</returns>
    public IReadOnlyDictionary<string, string> ReadAnswers() => (Answers is null ? null : JsonSerializer.Deserialize(Answers, SignUpDocuments.Default.DictionaryStringString)) ?? [];

    /// <summary>The consents that were ticked.</summary>
    /// <returns>Their keys.</returns>
    public IReadOnlyList<string> ReadAgreed() => (Agreed ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries);
}
