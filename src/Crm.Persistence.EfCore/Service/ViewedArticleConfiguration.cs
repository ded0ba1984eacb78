using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class ViewedArticleConfiguration(CrmModel model) : IEntityTypeConfiguration<ViewedArticle>
{
    public const string Table = "case_viewed_articles";

    public void Configure(EntityTypeBuilder<ViewedArticle> builder)
    {
        builder.Part(model, Table, "CaseId");
        builder.Property<ServiceCaseId>("CaseId").HasConversion<IdConverter<ServiceCaseId>>();
        builder.HasKey("CaseId", nameof(ViewedArticle.KnowledgeItemId)).HasName(model.Name("pk_case_viewed_articles"));
    }
}
