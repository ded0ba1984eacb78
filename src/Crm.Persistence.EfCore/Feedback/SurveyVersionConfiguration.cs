using Crm.Domain.Access;
using Crm.Domain.Feedback;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Feedback;

internal sealed class SurveyVersionConfiguration(CrmModel model) : IEntityTypeConfiguration<SurveyVersion>
{
    public const string Table = "survey_versions";
    public const string Root = "SurveyId";

    public void Configure(EntityTypeBuilder<SurveyVersion> builder)
    {
        builder.Part(model, Table, Root);
        builder.Property<SurveyId>(Root).HasConversion<IdConverter<SurveyId>>();
        builder.HasKey(Root, nameof(SurveyVersion.Number)).HasName(model.Name("pk_survey_versions"));
        builder.Property(v => v.Number).ValueGeneratedNever();
        builder.Property(v => v.ActorId).HasMaxLength(Actor.MaxIdLength);
        builder.LongText(v => v.Definition);
    }
}
