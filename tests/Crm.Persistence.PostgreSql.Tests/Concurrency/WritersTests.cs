using Crm.Persistence.Specification.Concurrency;

namespace Crm.Persistence.PostgreSql.Tests.Concurrency;

public sealed class WritersTests(PostgreSqlFixture fixture) : WritersSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>
{
    protected override bool IsSerial => false;
}
