namespace Crm.Domain.Feedback;

/// <summary>Names that templates of invitations may use; their texts come with each invitation.</summary>
internal static class SurveyTexts
{
    public const string Token = "survey.token";
    public const string Title = "survey.title";
}
