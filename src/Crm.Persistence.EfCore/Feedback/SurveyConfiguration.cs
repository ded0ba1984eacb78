using Crm.Domain.Access;
using Crm.Domain.Feedback;
using Crm.Domain.Interactions;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Feedback;

internal sealed class SurveyConfiguration(CrmModel model) : IEntityTypeConfiguration<Survey>
{
    public const string Table = "surveys";

    public void Configure(EntityTypeBuilder<Survey> builder)
    {
        builder.Aggregate<Survey, SurveyId>(model, Table);
        builder.Property(s => s.Key).HasMaxLength(Survey.MaxKeyLength);
        builder.Property(s => s.Name).HasMaxLength(Survey.MaxNameLength);
        builder.LongText(s => s.Draft);
        builder.Property(s => s.TemplateKey).HasMaxLength(MessageTemplate.MaxKeyLength);
        builder.Property(s => s.FollowUpTeamId).HasMaxLength(Actor.MaxIdLength);
        builder.Property(s => s.FollowUpCaseType).HasMaxLength(ServiceCase.MaxTypeLength);
        builder.HasParts(model, s => s.Versions, Table, SurveyVersionConfiguration.Table, SurveyVersionConfiguration.Root);
        builder.CrmIndex(model, "ux_surveys_key", true, nameof(Survey.Key));
        builder.CrmIndex(model, "ix_surveys_case", false, nameof(Survey.AsksWhenCaseIs), nameof(Survey.Status)).HasFilter("\"AsksWhenCaseIs\" is not null");
    }
}
