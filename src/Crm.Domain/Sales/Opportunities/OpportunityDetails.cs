using Crm.Domain.Customers;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>What is known of an opportunity that is to be opened.</summary>
/// <param name="CustomerId">The customer who may buy, person or organisation.</param>
/// <param name="Name">What it is called, at most <see cref="Opportunity.MaxNameLength"/> characters.</param>
public sealed record OpportunityDetails(CustomerId CustomerId, string Name)
{
    /// <summary>The pipeline.</summary>
    /// <value>Null by default: the default pipeline.</value>
    public PipelineId? PipelineId { get; init; }

    /// <summary>Key of the stage, an open one of the pipeline.</summary>
    /// <value>Null by default: the first open one.</value>
    public string? Stage { get; init; }

    /// <summary>What it would bring; not negative.</summary>
    public Money? Amount { get; init; }

    /// <summary>The day on which it is expected to close.</summary>
    public LocalDate? CloseDate { get; init; }

    /// <summary>Who answers for it, by id in the host's user directory.</summary>
    /// <value>Null by default: the agent who opens it.</value>
    public string? OwnerId { get; init; }

    /// <summary>The owner's team.</summary>
    public string? TeamId { get; init; }

    /// <summary>The territory.</summary>
    /// <value>Null by default, and where the named one is not in use: the one that takes it by its criteria, if any.</value>
    public TerritoryId? TerritoryId { get; init; }

    /// <summary>Where it came from, such as <c>web</c> or <c>trade-fair</c>.</summary>
    public string? Source { get; init; }

    /// <summary>What it is about.</summary>
    public string? Description { get; init; }

    /// <summary>What is to be done next.</summary>
    public string? NextStep { get; init; }

    /// <summary>By which day that is to be done.</summary>
    public LocalDate? NextStepDue { get; init; }

    /// <summary>The people of the buying centre who are known.</summary>
    /// <value>Nobody by default.</value>
    public IReadOnlyList<BuyingContact> Contacts { get; init; } = [];
}
