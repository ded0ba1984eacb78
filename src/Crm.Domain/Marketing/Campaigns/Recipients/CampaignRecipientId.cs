using Crm.Domain.Primitives;

namespace Crm.Domain.Marketing;

/// <summary>Names one customer of the audience of a campaign.</summary>
[CrmId]
public readonly partial record struct CampaignRecipientId;
