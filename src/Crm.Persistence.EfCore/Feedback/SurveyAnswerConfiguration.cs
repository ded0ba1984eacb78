using Crm.Domain.Feedback;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Feedback;

internal sealed class SurveyAnswerConfiguration(CrmModel model) : IEntityTypeConfiguration<SurveyAnswer>
{
    public const string Table = "survey_answers";

    public void Configure(EntityTypeBuilder<SurveyAnswer> builder)
    {
        builder.Part(model, Table, SurveyInvitationConfiguration.Root);
        builder.Ignore(a => a.Chosen);
        builder.Property<SurveyInvitationId>(SurveyInvitationConfiguration.Root).HasConversion<IdConverter<SurveyInvitationId>>();
        builder.HasKey(SurveyInvitationConfiguration.Root, nameof(SurveyAnswer.Question)).HasName(model.Name("pk_survey_answers"));
        builder.Property(a => a.Question).HasMaxLength(SurveyQuestion.MaxKeyLength).ValueGeneratedNever();
        builder.LongText(a => a.ChosenText);
        builder.LongText(a => a.Text);
    }
}
