using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.Sqlite.Tests.Service;

public sealed class WorkRoutingTests(SqliteFixture fixture) : WorkRoutingSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
