using Crm.Domain.Primitives;

namespace Crm.Domain.Marketing;

/// <summary>Names a sign-up.</summary>
[CrmId]
public readonly partial record struct SignUpId;
