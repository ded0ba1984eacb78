namespace Crm.Domain.Intake;

/// <summary>What stands for a subject that a message does not have.</summary>
public enum MessageSubject
{
    /// <summary>It has none, and no text either.</summary>
    NoSubject,
}
