using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>Names one thing that a customer said it needs, prefers or spoke about.</summary>
[CrmId]
public readonly partial record struct StatementId;
