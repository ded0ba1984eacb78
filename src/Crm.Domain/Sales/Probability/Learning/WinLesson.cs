using System.Text.Json;

namespace Crm.Domain.Sales;

/// <summary>What a model learned from one closed opportunity, kept so that exactly that can be taken out again when it is reopened or changed.</summary>
public sealed class WinLesson
{
    private WinLesson() => Traits = null!;

    internal WinLesson(Opportunity opportunity)
    {
        (OpportunityId, PipelineId, Version, IsWon) = (opportunity.Id, opportunity.PipelineId, opportunity.Version, opportunity.Category == StageCategory.Won);
        Traits = JsonSerializer.Serialize(OpportunityTraits.Of(opportunity), WinJson.Default.DealTraits);
    }

    /// <summary>The opportunity.</summary>
    public OpportunityId OpportunityId { get; private set; }

    /// <summary>The pipeline whose model learned.</summary>
    public PipelineId PipelineId { get; private set; }

    /// <summary>The version of the opportunity that was learned from.</summary>
    public long Version { get; private set; }

    /// <summary>Whether it was won, rather than lost.</summary>
    public bool IsWon { get; private set; }

    /// <summary>The traits as JSON.</summary>
    public string Traits { get; private set; }

    internal DealTraits Deal => JsonSerializer.Deserialize(Traits, WinJson.Default.DealTraits)!;
}
