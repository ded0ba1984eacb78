using Crm.Domain.Feedback;
using Crm.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Privacy;

internal static partial class PersonalDataMap
{
    // Scores remain, as numbers do: of whom they are is told by the customer alone. What was said in words goes, and so does the row of what was said last.
    private static void Feedback(ModelBuilder m)
    {
        const string Asked = "is asked of many";
        m.Describe<Survey>(d => d
            .Impersonal(Asked, nameof(Survey.Key), nameof(Survey.Name), nameof(Survey.Draft), nameof(Survey.TemplateKey), nameof(Survey.FollowUpCaseType))
            .Impersonal(Staff, nameof(Survey.FollowUpTeamId)));
        m.Describe<SurveyVersion>(d => d.Impersonal(Asked, nameof(SurveyVersion.Definition)).Impersonal(Staff, nameof(SurveyVersion.ActorId)));
        m.Describe<SurveyInvitation>(d => d
            .Impersonal(Asked, nameof(SurveyInvitation.SurveyKey))
            .Impersonal(Names, nameof(SurveyInvitation.AboutKind), nameof(SurveyInvitation.FollowUpKind))
            .Impersonal(Products, nameof(SurveyInvitation.Sku))
            .Impersonal("is the text's own", nameof(SurveyInvitation.Language))
            .Personal(PersonalDataKind.Actor, nameof(SurveyInvitation.AgentId)));
        m.Describe<SurveyToken>(d => d.Goes().Impersonal("is the hash of a random token", nameof(SurveyToken.Hash)));
        m.Describe<SurveyAnswer>(d => d
            .Impersonal(Asked, nameof(SurveyAnswer.Question))
            .Personal(PersonalDataKind.Content, nameof(SurveyAnswer.Text), nameof(SurveyAnswer.ChosenText)));
        m.Describe<FeedbackScore>(d => d
            .Impersonal(Asked, nameof(FeedbackScore.Question), nameof(FeedbackScore.SurveyKey))
            .Impersonal(Products, nameof(FeedbackScore.Sku))
            .Impersonal("is a month, of which scores are many", nameof(FeedbackScore.Month))
            .Personal(PersonalDataKind.Actor, nameof(FeedbackScore.AgentId)));
        m.Describe<CustomerFeedback>(d => d.Goes());
    }
}
