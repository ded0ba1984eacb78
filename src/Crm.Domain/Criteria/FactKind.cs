namespace Crm.Domain.Criteria;

/// <summary>What a kind of plain fact is: of which relation, and which field it fills by its name alone.</summary>
internal sealed record FactKind(Relation<CriteriaRecord, CriteriaRecord> Relation, string? Field, string? Value);
