namespace Crm.Domain.Knowledge;

/// <summary>How much a writer has shown to know of writing knowledge, as in Knowledge-Centered Service v6. Each includes those before it.</summary>
public enum KnowledgeLicence
{
    /// <summary>Writes and corrects; publishes for colleagues.</summary>
    Candidate,

    /// <summary>Also validates and archives what is for colleagues.</summary>
    Contributor,

    /// <summary>Also does all that for outsiders, and looks after what laws and policies demand.</summary>
    Publisher,
}
