using Crm.Domain.Primitives;

namespace Crm.Domain.Sales;

/// <summary>Somebody else who wants to sell. Part of <see cref="Opportunity"/>; changed by its acts.</summary>
public sealed class OpportunityCompetitor
{
    /// <summary>Longest name.</summary>
    public const int MaxNameLength = 200;

    /// <summary>Longest note.</summary>
    public const int MaxNoteLength = 1_000;

    private OpportunityCompetitor() => Name = null!;

    internal OpportunityCompetitor(string name, string? note) => (Name, Note) = (Guard.Line(name, MaxNameLength), Guard.OptionalLine(note, MaxNoteLength));

    /// <summary>The name; once per opportunity.</summary>
    public string Name { get; private set; }

    /// <summary>Its strengths and weaknesses.</summary>
    public string? Note { get; private set; }
}
