using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Feedback;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Feedback;

internal sealed class SurveyInvitationConfiguration(CrmModel model) : IEntityTypeConfiguration<SurveyInvitation>
{
    public const string Table = "survey_invitations";
    public const string Root = "InvitationId";

    public void Configure(EntityTypeBuilder<SurveyInvitation> builder)
    {
        builder.Aggregate<SurveyInvitation, SurveyInvitationId>(model, Table);
        builder.Ignore(i => i.About);
        builder.Property(i => i.SurveyKey).HasMaxLength(Survey.MaxKeyLength);
        builder.Property(i => i.AboutKind).HasMaxLength(32);
        builder.Property(i => i.FollowUpKind).HasMaxLength(32);
        builder.Property(i => i.Sku).HasMaxLength(64);
        builder.Property(i => i.AgentId).HasMaxLength(Actor.MaxIdLength);
        builder.HasOne<Survey>().WithMany().HasForeignKey(i => i.SurveyId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name("fk_survey_invitations_surveys"));
        builder.HasOne<Customer>().WithMany().HasForeignKey(i => i.CustomerId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name("fk_survey_invitations_customers"));
        builder.PointsAtCustomer(nameof(SurveyInvitation.CustomerId));
        builder.PointsAtSubject(nameof(SurveyInvitation.AboutKind), nameof(SurveyInvitation.AboutId));
        builder.PointsAtSubject(nameof(SurveyInvitation.FollowUpKind), nameof(SurveyInvitation.FollowUpId));
        builder.HasParts(model, i => i.Tokens, Table, SurveyTokenConfiguration.Table, Root);
        builder.HasParts(model, i => i.Answers, Table, SurveyAnswerConfiguration.Table, Root);
        builder.HasParts(model, i => i.Scores, Table, FeedbackScoreConfiguration.Table, Root);
        builder.CrmIndex(model, "ux_survey_invitations_about", true, nameof(SurveyInvitation.SurveyId), nameof(SurveyInvitation.AboutId), nameof(SurveyInvitation.AboutKind)).HasFilter("\"AboutId\" is not null");
        builder.CrmIndex(model, "ix_survey_invitations_customer", false, nameof(SurveyInvitation.CustomerId), nameof(SurveyInvitation.InvitedAt), nameof(SurveyInvitation.Id));

        // Jobs look for what is due of every tenant.
        builder.HasIndex(i => new { i.DueAt, i.Id }).HasDatabaseName(model.Name("ix_survey_invitations_due")).HasFilter("\"DueAt\" is not null");
        builder.HasIndex(i => i.SurveyId).HasDatabaseName(model.Name("ix_survey_invitations_survey"));
        if (model.IsTenanted)
        {
            builder.HasIndex(i => i.CustomerId).HasDatabaseName(model.Name("ix_survey_invitations_customer_key"));
        }
    }
}
