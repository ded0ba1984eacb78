namespace Crm.Domain.Marketing;

/// <summary>
/// What a campaign changed: the share of buyers among all who were to get it, sent or not, less that of the control group, over the same time from its start.
/// </summary>
/// <param name="Treated">How many were to get it.</param>
/// <param name="TreatedBuyers">How many of them bought.</param>
/// <param name="Control">How many were held back.</param>
/// <param name="ControlBuyers">How many of them bought.</param>
/// <param name="Difference">The difference with its confidence interval.</param>
public sealed record CampaignEffect(int Treated, int TreatedBuyers, int Control, int ControlBuyers, ProportionDifference Difference);
