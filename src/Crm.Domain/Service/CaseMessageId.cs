using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Names one message of a service case.</summary>
[CrmId]
public readonly partial record struct CaseMessageId;
