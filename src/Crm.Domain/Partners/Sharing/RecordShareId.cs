using Crm.Domain.Primitives;

namespace Crm.Domain.Partners;

/// <summary>Names the sharing of one record with one partner.</summary>
[CrmId]
public readonly partial record struct RecordShareId;
