using Crm.Domain.Primitives;

namespace Crm.Domain.Marketing;

/// <summary>Names a campaign.</summary>
[CrmId]
public readonly partial record struct CampaignId;
