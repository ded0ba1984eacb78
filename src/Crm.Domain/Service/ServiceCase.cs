using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A customer's question or trouble with a product or service, from the first word to the solution.</summary>
public sealed partial class ServiceCase : AggregateRoot<ServiceCaseId>
{
    /// <summary>Longest subject.</summary>
    public const int MaxSubjectLength = 200;

    /// <summary>Longest message.</summary>
    public const int MaxMessageLength = 1_000_000;

    private ServiceCase() => (Number, Subject) = (null!, null!);

    /// <summary>Opens a case.</summary>
    /// <param name="id">The id.</param>
    /// <param name="number">The number people quote.</param>
    /// <param name="details">What is known.</param>
    /// <param name="customerName">Name of the customer, the author of the description.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The subject is empty, or a text is too long or has control characters.</exception>
    public ServiceCase(ServiceCaseId id, CaseNumber number, CaseDetails details, string customerName, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(details);
        Number = number;
        CustomerId = Guard.NotEmpty(details.CustomerId);
        SetPriority(Guard.Defined(details.Priority));
        Describe(details.ToDescription());
        FollowUpOfId = details.FollowUpOfId;
        EntitlementId = details.EntitlementId;
        OpenedAt = UpdatedAt = now;
        AwaitingSince = now;
        _viewedArticles.AddRange(details.ViewedArticles.Distinct().Select(a => new ViewedArticle(a)));
        if (!string.IsNullOrWhiteSpace(details.Description))
        {
            _messages.Add(Checked(CaseMessageKind.FromCustomer, customerName, details.Description, now));
        }

        Raise(new CaseOpened(Id, Number, CustomerId, OrganisationId, Subject, Priority, now));
    }

    /// <summary>The number people quote.</summary>
    public CaseNumber Number { get; private set; }

    /// <summary>The customer who asks.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>The organisation on whose behalf the customer asks.</summary>
    public CustomerId? OrganisationId { get; private set; }

    /// <summary>What is wrong, one line.</summary>
    public string Subject { get; private set; }

    /// <summary>How urgent it is.</summary>
    public CasePriority Priority { get; private set; }

    /// <summary>The agent who works on it.</summary>
    public string? AssigneeId { get; private set; }

    /// <summary>The solution that was given last.</summary>
    public string? Solution { get; private set; }

    /// <summary>When it was opened.</summary>
    public Instant OpenedAt { get; private set; }

    /// <summary>When the first public reply was written.</summary>
    public Instant? FirstRespondedAt { get; private set; }

    /// <summary>When it was resolved; empty again after reopening.</summary>
    public Instant? ResolvedAt { get; private set; }

    /// <summary>When it was closed; empty again after reopening.</summary>
    public Instant? ClosedAt { get; private set; }

    /// <summary>When it last changed.</summary>
    public Instant UpdatedAt { get; private set; }

    /// <summary>This case as a subject of timelines and links.</summary>
    /// <returns>The reference.</returns>
    public SubjectReference ToSubject() => Id.ToSubject();

    /// <summary>Whether the customer or the organisation is among the records that an actor reaches.</summary>
    internal bool IsWithin(CrmReach reach) => reach.Includes(CustomerId.ToSubject()) || (OrganisationId is { } organisation && reach.Includes(organisation.ToSubject()));

    private void Happened(ICrmEvent happened)
    {
        UpdatedAt = happened.OccurredAt;
        Raise(happened);
    }
}
