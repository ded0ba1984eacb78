using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Names one entry of the log of a case.</summary>
[CrmId]
public readonly partial record struct CaseLogEntryId;
