using Crm.Domain.Interactions;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class StatementWordConfiguration(CrmModel model) : IEntityTypeConfiguration<StatementWord>
{
    public const string Table = "statement_words";

    public void Configure(EntityTypeBuilder<StatementWord> builder)
    {
        builder.Part(model, Table, "StatementId");
        builder.Property<StatementId>("StatementId").HasConversion<IdConverter<StatementId>>();
        var word = builder.Property(w => w.Word).HasMaxLength(StatementWord.MaxLength).HasAnnotation(CrmAnnotations.Derived, true);
        if (model.Database == CrmDatabase.PostgreSql)
        {
            // Beginnings are ranges of code points.
            word.UseCollation("C");
        }

        builder.HasKey("StatementId", nameof(StatementWord.Word)).HasName(model.Name("pk_statement_words"));
        builder.CrmIndex(model, "ix_statement_words_word", false, nameof(StatementWord.Word), "StatementId");
    }
}
