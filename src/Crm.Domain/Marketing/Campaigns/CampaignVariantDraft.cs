namespace Crm.Domain.Marketing;

/// <summary>What a campaign sends, in one of its variants.</summary>
/// <param name="Key">The variant, such as <c>A</c>; one line of at most 20 characters.</param>
/// <param name="TemplateKey">The message template, with its languages; of the channel and the purpose of the campaign.</param>
/// <param name="Weight">How often it is drawn beside the others; 1 to 1,000.</param>
public sealed record CampaignVariantDraft(string Key, string TemplateKey, int Weight = 1);
