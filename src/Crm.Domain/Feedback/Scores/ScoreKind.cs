namespace Crm.Domain.Feedback;

/// <summary>What a score measures.</summary>
public enum ScoreKind
{
    /// <summary>Net promoter score: how likely customers recommend, from 0 to 10.</summary>
    Nps,

    /// <summary>Customer satisfaction: how satisfied customers are.</summary>
    Csat,

    /// <summary>Customer effort score: how easy it was, or how hard.</summary>
    Ces,
}
