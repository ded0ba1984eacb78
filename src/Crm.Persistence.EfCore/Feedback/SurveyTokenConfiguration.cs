using Crm.Domain.Feedback;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Feedback;

internal sealed class SurveyTokenConfiguration(CrmModel model) : IEntityTypeConfiguration<SurveyToken>
{
    public const string Table = "survey_tokens";

    public void Configure(EntityTypeBuilder<SurveyToken> builder)
    {
        builder.Part(model, Table, SurveyInvitationConfiguration.Root);
        builder.Property<SurveyInvitationId>(SurveyInvitationConfiguration.Root).HasConversion<IdConverter<SurveyInvitationId>>();
        builder.HasKey(SurveyInvitationConfiguration.Root, nameof(SurveyToken.Hash)).HasName(model.Name("pk_survey_tokens"));
        builder.Property(t => t.Hash).HasMaxLength(64).ValueGeneratedNever();
        builder.CrmIndex(model, "ux_survey_tokens_hash", true, nameof(SurveyToken.Hash));
    }
}
