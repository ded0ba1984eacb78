using Crm.Domain.Customers;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>What a lead is to become. By default: a person and an organisation, as far as it names them, and an opportunity, all new.</summary>
public sealed record LeadConversion
{
    /// <summary>The recorded person that it is.</summary>
    /// <value>Null by default: a new one.</value>
    public CustomerId? PersonId { get; init; }

    /// <summary>The recorded organisation that it is of. A recorded person who is chosen with it has to belong to it.</summary>
    /// <value>Null by default: a new one.</value>
    public CustomerId? OrganisationId { get; init; }

    /// <summary>Whether no organisation is made, although the lead names one.</summary>
    /// <value>False by default.</value>
    public bool WithoutOrganisation { get; init; }

    /// <summary>The open opportunity that it belongs to, of the same customers.</summary>
    /// <value>Null by default: a new one.</value>
    public OpportunityId? OpportunityId { get; init; }

    /// <summary>Whether it becomes customers alone, without an opportunity.</summary>
    /// <value>False by default.</value>
    public bool WithoutOpportunity { get; init; }

    /// <summary>What the new opportunity is called.</summary>
    /// <value>Null by default: the lead's topic, else its name.</value>
    public string? OpportunityName { get; init; }

    /// <summary>The pipeline of the new opportunity.</summary>
    /// <value>Null by default: the default pipeline.</value>
    public PipelineId? PipelineId { get; init; }

    /// <summary>Key of the stage of the new opportunity.</summary>
    /// <value>Null by default: the first open one.</value>
    public string? Stage { get; init; }

    /// <summary>What the new opportunity would bring.</summary>
    public Money? Amount { get; init; }

    /// <summary>The day on which the new opportunity is expected to close.</summary>
    public LocalDate? CloseDate { get; init; }

    /// <summary>Who answers for what it becomes.</summary>
    /// <value>Null by default: the lead's owner. One that waits in a queue, or nowhere, needs one.</value>
    public string? OwnerId { get; init; }

    /// <summary>Whether somebody looked at the duplicates and decided to record new customers all the same.</summary>
    /// <value>False by default.</value>
    public bool AllowsDuplicates { get; init; }
}
