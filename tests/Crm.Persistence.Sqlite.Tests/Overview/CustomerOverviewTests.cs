using Crm.Persistence.Specification.Overview;

namespace Crm.Persistence.Sqlite.Tests.Overview;

public sealed class CustomerOverviewTests(SqliteFixture fixture) : CustomerOverviewSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
