using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.Sqlite.Tests.Service;

public sealed class VisitIndexTests(SqliteFixture fixture) : VisitIndexSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
