namespace Crm.Domain.Intake;

/// <summary>Where in a message a reference to a case counts.</summary>
[Flags]
public enum CaseReferencePlaces
{
    /// <summary>In the subject, which always counts.</summary>
    Subject = 0,

    /// <summary>In the text that a reader sees; never in attributes of HTML.</summary>
    Body = 1,

    /// <summary>In attached texts.</summary>
    Attachments = 2,

    /// <summary>In the ids of earlier messages that it names, whoever made them.</summary>
    Headers = 4,
}
