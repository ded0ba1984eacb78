using Crm.Domain.Primitives;

namespace Crm.Domain.Privacy;

/// <summary>Names one entry of the consent ledger.</summary>
[CrmId]
public readonly partial record struct ConsentEntryId;
