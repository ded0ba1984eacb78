namespace Crm.Domain.Feedback;

/// <summary>What a low score leads to.</summary>
public enum LowScoreFollowUp
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>A task with a deadline.</summary>
    Task,

    /// <summary>A case, and a task with a deadline about it.</summary>
    Case,
}
