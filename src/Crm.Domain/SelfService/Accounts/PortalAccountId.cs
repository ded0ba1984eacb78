using Crm.Domain.Primitives;

namespace Crm.Domain.SelfService;

/// <summary>Names one portal account.</summary>
[CrmId(SubjectKinds.PortalAccount)]
public readonly partial record struct PortalAccountId;
