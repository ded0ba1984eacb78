using Crm.Domain.Interactions;
using Crm.Domain.Sales;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Access;

internal sealed class RecordWorkerConfiguration(CrmModel model, ModelBuilder modelBuilder) : IEntityTypeConfiguration<RecordWorker>
{
    private const string Nothing = "cast(null as varchar(100))";

    public void Configure(EntityTypeBuilder<RecordWorker> builder)
    {
        builder.HasNoKey();
        builder.HasAnnotation(CrmAnnotations.Infrastructure, true);
        builder.MapValues(model.Database);
        builder.StaysInMerges(nameof(RecordWorker.CustomerId), "a reading of rows that move by themselves");
        var id = model.Database == Sql.CrmDatabase.Sqlite ? "null" : "cast(null as uuid)";
        List<string> parts = [$"""select "CustomerId", {id} as "LeadId", "AssigneeId" as "AgentId", "TeamId", {id} as "Territory" from {Table<Activity>()} where "CustomerId" is not null"""];
        if (model.Maps(CrmAreas.Service))
        {
            parts.Add($"""select "CustomerId", {id}, "AssigneeId", {Nothing}, {id} from {Table<ServiceCase>()} where "AssigneeId" is not null""");
            parts.Add($"""select "OrganisationId", {id}, "AssigneeId", {Nothing}, {id} from {Table<ServiceCase>()} where "AssigneeId" is not null and "OrganisationId" is not null""");
        }

        if (model.Maps(CrmAreas.Sales))
        {
            parts.Add($"""select "CustomerId", {id}, "OwnerId", "TeamId", "TerritoryId" from {Table<Opportunity>()}""");
            parts.Add($"""select {id}, "Id", "OwnerId", {Nothing}, "TerritoryId" from {Table<Lead>()}""");
        }

        builder.ToSqlQuery(string.Join(" union all ", parts));
    }

    private string Table<T>()
    {
        var entity = modelBuilder.Model.FindEntityType(typeof(T))!;
        return entity.GetSchema() is { } schema ? $"\"{schema}\".\"{entity.GetTableName()}\"" : $"\"{entity.GetTableName()}\"";
    }
}
