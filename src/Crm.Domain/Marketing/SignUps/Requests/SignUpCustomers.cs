using Crm.Domain.Customers;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Finds the customer of a sign-up by the address that was confirmed, or records one. Of a customer who is known nothing is changed but consents, lists and journeys.</summary>
internal sealed class SignUpCustomers(
    ISenderBook senders, ProspectDesk prospects, CustomerFields customerFields, ICustomFieldQueries fields, ConsentDesk consents, IConsentStore ledger, SegmentLists lists, JourneyRuns journeys, ICrmUnitOfWork unitOfWork)
{
    /// <summary>Records a customer for an address that nobody has, in the open transaction; null where somebody has it.</summary>
    public async Task<CustomerId?> RecordUnknownAsync(SignUp signUp, SignUpFormDefinition definition, CancellationToken cancellationToken) =>
        await FindAsync(signUp, cancellationToken).ConfigureAwait(false) is null ? await RecordAsync(signUp, definition, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Does in the open transaction what follows a confirmation.</summary>
    public async Task CompleteAsync(SignUp signUp, string form, SignUpFormDefinition definition, Instant now, CancellationToken cancellationToken)
    {
        var known = signUp.CustomerId ?? await FindAsync(signUp, cancellationToken).ConfigureAwait(false);
        var customer = known ?? await RecordAsync(signUp, definition, cancellationToken).ConfigureAwait(false);
        var problems = new List<string>();
        await GrantAsync(signUp, customer, form, definition, problems, cancellationToken).ConfigureAwait(false);
        if (definition.List is { } list)
        {
            Note((await lists.AddAsync(list, customer, $"sign-up-form:{form}", cancellationToken).ConfigureAwait(false)).Errors, nameof(CrmErrorDescriber.SegmentMemberAlready), problems);
        }

        if (definition.Journey is { } journey)
        {
            Note((await journeys.EnterAsync(journey, customer, cancellationToken).ConfigureAwait(false)).Errors, nameof(CrmErrorDescriber.JourneyRunning), problems);
        }

        signUp.Complete(customer, signUp.IsNewCustomer || known is null, definition.Campaign, problems.Count == 0 ? null : string.Join(", ", problems.Distinct(StringComparer.Ordinal).Take(5)), now);
    }

    private static void Note(IReadOnlyList<CrmError> errors, string harmless, List<string> problems) => problems.AddRange(errors.Select(e => e.Code).Where(c => c != harmless));

    // Of several customers with the address the one whose primary address it is, then the one who was recorded first.
    private async Task<CustomerId?> FindAsync(SignUp signUp, CancellationToken cancellationToken)
    {
        var (batch, address) = (senders.Begin(), SenderAddress.Of(EmailAddress.Parse(signUp.Email!)));
        await batch.LoadAsync([address], [], cancellationToken).ConfigureAwait(false);
        return batch.Find(address).OrderByDescending(m => m.IsPrimary).ThenBy(m => m.CreatedAt).ThenBy(m => m.CustomerId).Select(m => (CustomerId?)m.CustomerId).FirstOrDefault();
    }

    private async Task<CustomerId> RecordAsync(SignUp signUp, SignUpFormDefinition definition, CancellationToken cancellationToken)
    {
        var (answers, email) = (signUp.ReadAnswers(), EmailAddress.Parse(signUp.Email!));
        var (given, family) = (SignUpAnswers.Find(definition, answers, SignUpField.GivenName), SignUpAnswers.Find(definition, answers, SignUpField.FamilyName));
        var local = email.Value[..email.Value.LastIndexOf('@')];
        var person = new NewCustomer
        {
            Name = given is null && family is null ? new PersonName(local, null) : new PersonName(given, family),
            Emails = [email],
            Phones = PhoneNumber.TryParse(SignUpAnswers.Find(definition, answers, SignUpField.Phone), out var phone) ? [phone] : [],
            Language = signUp.Language,
        };
        var taken = await prospects.TakeAsync(new Prospect { Person = person, AllowsDuplicates = true }, cancellationToken).ConfigureAwait(false);
        taken.WithoutValue().ThrowIfFailed();
        var id = taken.Value.PersonId!.Value;
        if (definition.Fields.Any(f => f.CustomField is not null))
        {
            var values = SignUpAnswers.CustomValues(definition, answers, await fields.ListAsync(SubjectKinds.Customer, cancellationToken).ConfigureAwait(false));
            (await customerFields.TakeValuesAsync(id, values, cancellationToken).ConfigureAwait(false)).WithoutValue().ThrowIfFailed();
        }

        // Lists and journeys ask the database whom they take.
        (await unitOfWork.SaveAsync(cancellationToken).ConfigureAwait(false)).ThrowIfFailed();
        return id;
    }

    private async Task GrantAsync(SignUp signUp, CustomerId customer, string form, SignUpFormDefinition definition, List<string> problems, CancellationToken cancellationToken)
    {
        var agreed = signUp.ReadAgreed();
        var asked = definition.Consents.Where(c => agreed.Contains(c.Key)).ToList();
        var before = asked.Count == 0 ? [] : await ledger.LedgerAsync(customer, cancellationToken).ConfigureAwait(false);
        foreach (var consent in asked)
        {
            // Whoever takes back what another message offers to confirm, meant the later of the two.
            if (before.Any(e => e.Status == ConsentStatus.Withdrawn && e.At >= signUp.SubmittedAt && e.Covers(consent.Purpose, consent.Channel) && e.MergeId is null))
            {
                problems.Add(nameof(CrmErrorDescriber.OptInWithdrawn));
                continue;
            }

            var details = new ConsentDetails(customer, consent.Purpose, consent.Channel, ConsentStatus.Granted, $"sign-up-form:{form}")
            {
                Wording = definition.Wording,
                Origin = ConsentOrigin.Person,
                Proof = $"double opt-in {signUp.Id}: asked at {signUp.Email} {signUp.AskedAt}, confirmed {signUp.ConfirmedAt}{(signUp.Proof is null ? string.Empty : ": ")}{signUp.Proof}",
            };
            Note((await consents.TakeWishAsync(details, cancellationToken).ConfigureAwait(false)).Errors, string.Empty, problems);
        }
    }
}
