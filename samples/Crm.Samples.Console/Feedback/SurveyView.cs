using Crm.Domain.Feedback;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Feedback;

/// <summary>Surveys and invitations as the terminal shows them.</summary>
internal static class SurveyView
{
    public static void Write(CommandOutput output, Survey survey) => output.Write(
        new
        {
            survey.Id, Survey = survey.Key, survey.Name, survey.Status, Published = survey.Number, survey.Draft, Settings = survey.ToSettings(),
            Versions = survey.Versions.OrderBy(v => v.Number).Select(v => new { v.Number, v.PublishedAt, By = v.ActorId, v.Definition }), survey.Version,
        },
        report => report.Heading(survey.Name).Fields(
        [
            ("Survey", survey.Key), ("Status", survey.Status), ("Published version", survey.Number), ("Draft", survey.Draft is null ? "no" : "yes"), ("Asks when a case is", survey.AsksWhenCaseIs?.Value),
            ("Template", survey.TemplateKey), ("Low score", survey.LowScore),
        ]));

    public static void Write(CommandOutput output, SurveyInvitation invitation, string? token = null) => output.Write(
        new
        {
            invitation.Id, Survey = invitation.SurveyKey, Number = invitation.Number, Customer = invitation.CustomerId, invitation.About, invitation.Sku, Agent = invitation.AgentId, Channel = invitation.Channel?.Value,
            invitation.Status, invitation.InvitedAt, invitation.ExpiresAt, invitation.RemindAt, invitation.RemindedAt, invitation.SettledAt, Low = invitation.IsLow,
            FollowUp = invitation.FollowUpId is { } id ? new { Kind = invitation.FollowUpKind, Id = id } : null,
            Answers = invitation.Answers.Select(a => new { a.Question, Score = a.Number, a.Chosen, a.Text, Yes = a.IsYes }), Token = token, invitation.Version,
        },
        report => report.Heading($"Invitation to {invitation.SurveyKey}").Fields(
            [
                ("Invitation", invitation.Id), ("Status", invitation.Status), ("Until", invitation.ExpiresAt), ("Token", token), ("Low score", invitation.IsLow ? "yes" : null),
                ("Followed up by", invitation.FollowUpId is { } id ? $"{invitation.FollowUpKind} {id}" : null),
            ])
            .Table(["Question", "Answer"], invitation.Answers.Select(a => new object?[] { a.Question, a.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? a.Text ?? a.IsYes?.ToString() ?? string.Join(", ", a.Chosen) })));
}
