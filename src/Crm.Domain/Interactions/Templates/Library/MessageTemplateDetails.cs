namespace Crm.Domain.Interactions;

/// <summary>What a template is for.</summary>
/// <param name="Key">Its name for programs: lower-case letters, digits and hyphens, starting with a letter; at most 64.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Purpose">The purpose for which it is sent, such as <c>transactional</c>.</param>
public sealed record MessageTemplateDetails(string Key, ChannelKey Channel, string Purpose);
