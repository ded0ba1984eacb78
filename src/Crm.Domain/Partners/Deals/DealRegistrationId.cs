using Crm.Domain.Primitives;

namespace Crm.Domain.Partners;

/// <summary>Names a registration of a deal by a partner.</summary>
[CrmId]
public readonly partial record struct DealRegistrationId;
