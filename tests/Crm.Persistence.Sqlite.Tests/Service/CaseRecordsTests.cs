using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.Sqlite.Tests.Service;

public sealed class CaseRecordsTests(SqliteFixture fixture) : CaseRecordsSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
