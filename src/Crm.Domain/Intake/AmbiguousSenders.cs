namespace Crm.Domain.Intake;

/// <summary>Who sent a message from an address that several customers share, where it is the primary address of none or of several.</summary>
public enum AmbiguousSenders
{
    /// <summary>The organisation to which the others belong, if there is one among them; else who was in contact last.</summary>
    MostRecent,

    /// <summary>Nobody: the message is refused with <c>SenderAmbiguous</c> and the candidates, so that somebody decides.</summary>
    Unresolved,
}
