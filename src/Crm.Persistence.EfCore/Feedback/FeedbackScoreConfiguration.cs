using Crm.Domain.Access;
using Crm.Domain.Feedback;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Feedback;

internal sealed class FeedbackScoreConfiguration(CrmModel model) : IEntityTypeConfiguration<FeedbackScore>
{
    public const string Table = "feedback_scores";

    public void Configure(EntityTypeBuilder<FeedbackScore> builder)
    {
        builder.Part(model, Table, SurveyInvitationConfiguration.Root);
        builder.Ignore(s => s.Measure);
        builder.Property<SurveyInvitationId>(SurveyInvitationConfiguration.Root).HasConversion<IdConverter<SurveyInvitationId>>();
        builder.HasKey(SurveyInvitationConfiguration.Root, nameof(FeedbackScore.Question)).HasName(model.Name("pk_feedback_scores"));
        builder.Property(s => s.Question).HasMaxLength(SurveyQuestion.MaxKeyLength).ValueGeneratedNever();
        builder.Property(s => s.SurveyKey).HasMaxLength(Survey.MaxKeyLength);
        builder.Property(s => s.Sku).HasMaxLength(64);
        builder.Property(s => s.AgentId).HasMaxLength(Actor.MaxIdLength);
        builder.Property(s => s.Place).Quantity(model);
        builder.PointsAtCustomer(nameof(FeedbackScore.CustomerId));
        builder.CrmIndex(model, "ix_feedback_scores_customer", false, nameof(FeedbackScore.CustomerId), nameof(FeedbackScore.Kind), nameof(FeedbackScore.AnsweredAt));
        builder.CrmIndex(model, "ix_feedback_scores_product", false, nameof(FeedbackScore.Sku), nameof(FeedbackScore.AnsweredAt)).HasFilter("\"Sku\" is not null");
        builder.CrmIndex(model, "ix_feedback_scores_agent", false, nameof(FeedbackScore.AgentId), nameof(FeedbackScore.AnsweredAt)).HasFilter("\"AgentId\" is not null");
        builder.CrmIndex(model, "ix_feedback_scores_channel", false, nameof(FeedbackScore.Channel), nameof(FeedbackScore.AnsweredAt)).HasFilter("\"Channel\" is not null");
        builder.CrmIndex(model, "ix_feedback_scores_survey", false, nameof(FeedbackScore.SurveyKey), nameof(FeedbackScore.AnsweredAt));
        builder.CrmIndex(model, "ix_feedback_scores_at", false, nameof(FeedbackScore.AnsweredAt));
    }
}
