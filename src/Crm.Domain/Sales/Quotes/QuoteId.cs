using Crm.Domain.Primitives;

namespace Crm.Domain.Sales;

/// <summary>Names one quote.</summary>
[CrmId(SubjectKinds.Quote)]
public readonly partial record struct QuoteId;
