using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.Sqlite.Tests.Service;

public sealed class CaseListTests(SqliteFixture fixture) : CaseListSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
