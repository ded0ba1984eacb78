namespace Crm.Domain.Feedback;

/// <summary>An invitation with the token for the link that the host sends; of the token only a hash is kept.</summary>
/// <param name="Invitation">The invitation.</param>
/// <param name="Token">The token.</param>
public sealed record IssuedInvitation(SurveyInvitation Invitation, string Token);
