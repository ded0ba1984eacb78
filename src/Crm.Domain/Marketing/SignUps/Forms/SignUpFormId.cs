using Crm.Domain.Primitives;

namespace Crm.Domain.Marketing;

/// <summary>Names a sign-up form.</summary>
[CrmId]
public readonly partial record struct SignUpFormId;
