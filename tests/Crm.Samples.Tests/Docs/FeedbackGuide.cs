using Crm.Domain.Criteria;
using Crm.Domain.Feedback;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/feedback.md.</summary>
internal static class FeedbackGuide
{
    // docs: feedback-options
    public static void Settle(CrmOptions options, string tokenKey)
    {
        options.Feedback.TokenKey = tokenKey;
        options.Feedback.DaysBetweenInvitations = 60;
    }
    // docs: end

    // docs: feedback-survey
    /// <summary>A survey that asks when a case is resolved, by a mail of its own. The caller saves, and publishes it.</summary>
    public static async Task<CrmResult<Survey>> CreateAsync(Surveys surveys, MessageTemplates templates)
    {
        var english = LanguageTag.Parse("en");
        var written = await templates.WriteAsync(
            new MessageTemplateDetails("how-was-it", Channels.Email, Purposes.Transactional.Value),
            new MessageTemplateContent(english, "{{survey.title}} https://shop.example/survey/{{survey.token}}") { Subject = "{{survey.title}}" });
        if (!written.Succeeded)
        {
            return CrmResult<Survey>.Failed(written.Errors);
        }

        var definition = new SurveyDefinition(
            english,
            new Dictionary<string, string> { ["en"] = "How was our service?", ["it"] = "Com'è stato il nostro servizio?" },
            [
                new SurveyQuestion("recommend", SurveyQuestionKind.Score, new Dictionary<string, string> { ["en"] = "Would you recommend us?", ["it"] = "Ci consiglierebbe?" })
                {
                    IsRequired = true, Measure = ScoreMeasure.Nps, LowAt = 6,
                },
                new SurveyQuestion("why", SurveyQuestionKind.Text, new Dictionary<string, string> { ["en"] = "Why?", ["it"] = "Perché?" }),
            ]);
        return await surveys.CreateAsync("service", "After a case", definition, new SurveySettings
        {
            TemplateKey = "how-was-it", AsksWhenCaseIs = CaseStatus.Resolved, LocksRatedCase = true, LowScore = LowScoreFollowUp.Task, FollowUpHours = 8, FollowUpTeamId = "care",
        });
    }
    // docs: end

    // docs: feedback-answer
    /// <summary>What a page behind the link does. Nobody is signed in; the caller saves.</summary>
    public static async Task<CrmResult<SurveyInvitationId>> AnswerAsync(SurveyAnswers answers, string token, int recommend, string why) =>
        await answers.AnswerAsync(token, [SurveyReply.Score("recommend", recommend), SurveyReply.Words("why", why)]);
    // docs: end

    // docs: feedback-scores
    /// <summary>The net promoter score of every month, with its interval.</summary>
    public static async Task<IReadOnlyList<string>> MonthsAsync(FeedbackReports reports)
    {
        var rows = (await reports.ScoresAsync(ScoreDimension.Month, new ScoreCriteria { Kind = ScoreKind.Nps })).Value;
        return [.. rows.Select(r => r.Score.Value is { } score
            ? FormattableString.Invariant($"{r.Key}: {score:0} ({r.Score.Low:0} to {r.Score.High:0}) of {r.Score.Count}")
            : $"{r.Key}: too few answers, {r.Score.Count}")];
    }
    // docs: end

    // docs: feedback-segment
    /// <summary>Whoever would not recommend us. The caller saves.</summary>
    public static Task<CrmResult<SavedSegment>> SegmentAsync(Segments segments) => segments.CreateAsync(
        new SegmentDraft("detractors", "Would not recommend us") { Criteria = new Condition("lastScore.nps", CriteriaOperators.LessOrEqual, 6) });
    // docs: end
}
