using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.Sqlite.Tests.Service;

public sealed class VisitDispatchTests(SqliteFixture fixture) : VisitDispatchSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
